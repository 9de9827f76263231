// What Streamlit cannot do: leave the page fast, announce finished answers, show a new question
// at the top of the screen, name the source buttons. Holds nothing of what a visitor writes.
(() => {
  const spoken = new Set();
  const shown = new Set();
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  let lastEscape = 0;

  const leave = (url) => {
    document.documentElement.style.visibility = "hidden";
    history.replaceState(null, "", "/");
    location.replace(url);
  };

  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a.guide-exit");
    if (!link) return;
    event.preventDefault();
    leave(link.href);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const link = document.querySelector("a.guide-exit");
    if (link && event.timeStamp - lastEscape < 700) leave(link.href);
    lastEscape = event.timeStamp;
  }, true);

  const announce = () => {
    for (const node of document.querySelectorAll(".guide-announce[data-id]")) {
      if (spoken.has(node.dataset.id)) continue;
      spoken.add(node.dataset.id);
      document.getElementById("guide-live").textContent = node.textContent;
    }
  };

  const bringUp = () => {
    for (const node of document.querySelectorAll(".guide-question[data-fresh]")) {
      if (shown.has(node.dataset.fresh)) continue;
      shown.add(node.dataset.fresh);
      node.scrollIntoView({ block: "start", behavior: calm.matches ? "auto" : "smooth" });
    }
  };

  const setLanguage = () => {
    const node = document.querySelector("[data-guide-language]");
    if (node) document.documentElement.lang = node.dataset.guideLanguage;
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

  new MutationObserver(() => {
    announce();
    bringUp();
    setLanguage();
    nameSources();
  }).observe(document.body, { childList: true, subtree: true });
})();
