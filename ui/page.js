// What Streamlit cannot do: leave the page fast, announce sentences as they are finished, show a
// new question at the top of the screen, name the source buttons, tell the page's language, print
// and copy, press a hidden button for one that stands in a table. Holds nothing of what a visitor writes.
(() => {
  const spoken = new Set();
  const shown = new Set();
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  const live = document.getElementById("guide-live");
  const names = {};
  let entered = { page: "", path: "" };
  let lastEscape = -Infinity;
  let moved = false;
  let pressed = null;
  let watch = 0;

  const leave = (url) => {
    document.documentElement.style.visibility = "hidden";
    history.replaceState(null, "", "/");
    location.replace(url);
  };

  const say = (text, language) => {
    const line = document.createElement("p");
    line.textContent = text;
    if (language) line.lang = language;
    live.append(line);
  };

  const copy = async (button) => {
    const text = document.getElementById(button.dataset.guideCopy)?.textContent ?? "";
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const box = document.createElement("textarea");
      box.value = text;
      document.body.append(box);
      box.select();
      document.execCommand("copy");
      box.remove();
    }
    say(button.dataset.guideDone);
    button.textContent = button.dataset.guideDone;
  };

  // Buttons in tables stand for hidden ones. What is drawn anew loses the focus: it comes back.
  const press = (button) => {
    const { guidePress: key, guideElse: or } = button.dataset;
    pressed = { node: button, key, or, opened: false, until: performance.now() + 9000 };
    clearInterval(watch);
    watch = setInterval(followDialog, 100);
    document.querySelector(`.st-key-${CSS.escape(pressed.key)} button`)?.click();
  };

  const bringFocusBack = () => {
    if (!pressed || pressed.node.isConnected) return;
    const same = document.querySelector(`[data-guide-press="${CSS.escape(pressed.key)}"]`);
    const place = same ?? (pressed.or && document.querySelector(pressed.or));
    if (!place) return;
    if (document.activeElement === document.body) place.focus({ preventScroll: true });
    pressed.node = place;
  };

  // After such a press a dialog does not keep the focus, nor gives it back when it closes.
  const followDialog = () => {
    const dialog = document.querySelector("[role='dialog']");
    const lost = document.activeElement === document.body;
    if (dialog) pressed.opened = true;
    if (dialog && lost) dialog.focus();
    if (dialog || (!pressed.opened && performance.now() < pressed.until)) return;
    clearInterval(watch);
    if (pressed.opened && lost) pressed.node.focus({ preventScroll: true });
  };

  const arrive = () => {
    for (const node of document.querySelectorAll("[data-guide-arrive]")) {
      const id = `arrive-${node.dataset.guideArrive}`;
      if (shown.has(id)) continue;
      shown.add(id);
      node.focus({ preventScroll: true });
      node.scrollIntoView({ block: "start", behavior: calm.matches ? "auto" : "smooth" });
    }
  };

  // A page for staff that was gone to begins at its heading, also where its link stood far down.
  const enter = () => {
    const title = document.querySelector("[data-guide-enter]");
    const path = location.pathname;
    if (!title) {
      if (path !== entered.path) entered = { page: "", path };
      return;
    }
    const page = title.dataset.guideEnter;
    if (page === entered.page) return;
    entered = { page, path };
    title.focus({ preventScroll: true });
    document.querySelector("[data-testid='stMain']")?.scrollTo(0, 0);
  };

  const toContent = () => {
    const place = document.querySelector("#guide-content h1") ?? document.querySelector("h1");
    if (!place) return;
    place.tabIndex = -1;
    place.focus();
    place.scrollIntoView({ block: "center" });
  };

  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element)) return;
    const way = event.target.closest(
      "a.guide-exit, a.guide-skip, [data-guide-print], [data-guide-copy], [data-guide-press]",
    );
    if (!way) return;
    event.preventDefault();
    if (way.matches("a.guide-exit")) leave(way.href);
    else if (way.matches("a.guide-skip")) toContent();
    else if (way.matches("[data-guide-print]")) window.print();
    else if (way.matches("[data-guide-press]")) press(way);
    else copy(way);
  });

  // Two Escapes leave only in a row: who closes one dialog, opens another and closes that stays.
  const forgetEscape = () => { lastEscape = -Infinity; };
  document.addEventListener("pointerdown", forgetEscape, true);

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") forgetEscape();
    if (event.key !== "Escape" || event.repeat) return;
    const dialog = document.querySelector("[role='dialog']");
    if (pressed && dialog && !dialog.contains(document.activeElement)) {
      dialog.querySelector("button")?.click();
    }
    const link = document.querySelector("a.guide-exit");
    if (link && event.timeStamp - lastEscape < 700) leave(link.href);
    lastEscape = event.timeStamp;
  }, true);

  const announce = () => {
    for (const node of document.querySelectorAll("[data-say]")) {
      if (spoken.has(node.dataset.say)) continue;
      spoken.add(node.dataset.say);
      say(node.textContent, node.lang);
    }
  };

  const bringUp = () => {
    for (const node of document.querySelectorAll(".guide-question[data-fresh]")) {
      if (shown.has(node.dataset.fresh)) continue;
      shown.add(node.dataset.fresh);
      live.replaceChildren();
      moved = false;
      node.scrollIntoView({ block: "start", behavior: calm.matches ? "auto" : "smooth" });
    }
  };

  // What stood above has gone meanwhile: up again, unless the visitor has scrolled.
  const bringUpFinished = () => {
    for (const node of document.querySelectorAll(".guide-announce[data-id]")) {
      const id = node.dataset.id;
      if (!shown.has(id) || shown.has(`${id}-ready`)) continue;
      shown.add(`${id}-ready`);
      setTimeout(() => {
        if (!moved) document.querySelector(`[data-question="${id}"]`)?.scrollIntoView();
      }, 300);
    }
  };

  const setLanguage = () => {
    const node = document.querySelector("[data-guide-language]");
    if (!node) return;
    document.getElementById("guide-loading")?.remove();
    const { guideLanguage: language, guideDirection: direction } = node.dataset;
    if (document.documentElement.lang !== language) document.documentElement.lang = language;
    if (document.documentElement.dir !== direction) document.documentElement.dir = direction;
  };

  const nameSources = () => {
    const words = document.querySelector("[data-guide-source]")?.dataset.guideSource;
    if (!words) return;
    for (const button of document.querySelectorAll("[class*='st-key-cite-'] button")) {
      const number = button.textContent.replace(/\D/g, "");
      const name = words.replace("#", number);
      if (button.getAttribute("aria-label") !== name) button.setAttribute("aria-label", name);
    }
  };

  const markLanguages = () => {
    for (const button of document.querySelectorAll(".st-key-language button:not([lang])")) {
      const code = names[button.textContent.trim()];
      if (code) button.lang = code;
    }
    for (const name of document.querySelectorAll(".st-key-related p:not([lang])")) {
      name.lang = "sv";
      name.dir = "ltr";
    }
  };

  const connection = () => {
    document.getElementById("guide-offline").hidden = navigator.onLine;
  };

  Object.assign(names, JSON.parse(document.getElementById("guide-names").textContent));
  for (const kind of ["wheel", "touchmove"]) {
    document.addEventListener(kind, () => { moved = true; }, { passive: true });
  }
  window.addEventListener("online", connection);
  window.addEventListener("offline", connection);
  new MutationObserver(() => {
    setLanguage();
    bringUp();
    bringUpFinished();
    enter();
    arrive();
    bringFocusBack();
    announce();
    nameSources();
    markLanguages();
  }).observe(document.body, { childList: true, subtree: true });
})();
