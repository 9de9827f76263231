"""Which parts of a web page a visitor does not see, or sees on every page."""

from typing import Any

import regex

_NEVER_SHOWN = frozenset(
    "script style template noscript head title meta link iframe object embed svg math canvas audio "
    "video select button input textarea label dialog map".split()
)
_AROUND = frozenset({"nav", "footer", "aside", "menu"})
_ROLES = frozenset("navigation banner contentinfo complementary search dialog alertdialog".split())
_NAMED = regex.compile(
    r"(?:^|[\s_-])(?:cookies?|cookie-?\w*|consent|gdpr|breadcrumbs?|brodsmul\w*|side-?bar|sidofalt|"
    r"menu|meny|navbar|nav|navigation|footer|sidfot|skip-?link\w*|share|dela|social-?media|"
    r"related|relaterat|popup|modal|advert\w*|sr-only|visually-hidden|screen-reader\w*|"
    r"hidden|dold)(?:$|[\s_-])",
    regex.I,
)
_STYLED_AWAY = regex.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|(?<![\w-])opacity\s*:\s*0*(?:\.0+)?\s*(?:;|$|!)|"
    r"font-size\s*:\s*0(?:\.0+)?(?:px|pt|r?em|%)?\s*(?:;|$|!)|"
    r"(?:left|top|text-indent|right)\s*:\s*-\d{3,}|clip\s*:\s*rect\(\s*0|clip-path\s*:\s*inset\(\s*(?:50|100)%|"
    r"(?<![\w-])(?:max-)?(?:height|width)\s*:\s*[01](?:px)?\s*(?:;|$|!)",
    regex.I,
)
_MEDIA = regex.compile(r"/\*.*?\*/|@[\w-]+[^{;]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", regex.S)
_RULE = regex.compile(r"([^{}]+)\{([^{}]*)\}")
_PLAIN_SELECTOR = regex.compile(r"^(?P<tag>\w+)?(?:(?P<mark>[.#])(?P<name>[\w-]+))?$")
_COLOUR = regex.compile(r"(?<![\w-])(background(?:-color)?|color)\s*:\s*([^;!]+)", regex.I)
_WHITE = frozenset({"white", "#fff", "#ffffff", "rgb(255,255,255)", "transparent"})
_KEEPS_HEADER = frozenset({"main", "article", "section"})


def hide_by_style_sheets(root: Any) -> None:
    """Marks as hidden what the page's own style sheets hide by a plain class, id or element.

    Rules for some screens or for print alone (@media) do not count.
    """
    sheets = "\n".join(style.text or "" for style in root.iter("style"))
    for selectors, rules in _RULE.findall(_MEDIA.sub("", sheets)):
        if _STYLED_AWAY.search(rules):
            for selector in selectors.split(","):
                _hide(root, selector.strip())


def _hide(root: Any, selector: str) -> None:
    found = _PLAIN_SELECTOR.match(selector)
    if not found:
        return
    tag, mark, name = found["tag"] or "*", found["mark"], found["name"]
    for element in root.iter(tag):
        has = {".": name in (element.get("class") or "").split(), "#": name == element.get("id")}
        if isinstance(element.tag, str) and (has[mark] if mark else tag != "*"):
            element.set("hidden", "")


def is_unseen(element: Any) -> bool:
    """Whether an element, with all that is in it, is hidden from every visitor."""
    tag = element.tag
    if not isinstance(tag, str) or tag in _NEVER_SHOWN:
        return True
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    style = element.get("style") or ""
    return bool(_STYLED_AWAY.search(style)) or _white_on_white(style)


def is_around(element: Any) -> bool:
    """Whether an element is what a site puts around its content: menus, banners, feet, sidebars."""
    if element.tag in ("html", "body", "main", "article"):
        return False
    if element.tag in _AROUND or (element.get("role") or "") in _ROLES:
        return True
    if element.tag == "header":
        return not any(parent.tag in _KEEPS_HEADER for parent in element.iterancestors())
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return bool(_NAMED.search(names)) and not element.xpath(".//h1 | .//main | .//article")


def _white_on_white(style: str) -> bool:
    colours = {
        name.lower().removesuffix("-color"): "".join(value.lower().split())
        for name, value in _COLOUR.findall(style)
    }
    text, ground = colours.get("color"), colours.get("background")
    if text is None:
        return False
    return text == ground or text == "transparent" or (text in _WHITE and ground is None)
