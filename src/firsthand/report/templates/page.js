
"use strict";
(() => {
  const root = document.documentElement, peek = document.getElementById("peek");
  root.classList.add("live");

  const target = (link) => {
    const href = link && link.getAttribute("href");
    return href && href.startsWith("#") ? document.getElementById(href.slice(1)) : null;
  };
  const pieces = (place) => document.querySelectorAll(`[data-of="${CSS.escape(place.id)}"]`);
  const unlight = () => document.querySelectorAll(".text .lit").forEach((one) => one.classList.remove("lit"));

  // The words behind a link, in their paragraph, without leaving the place.
  const show = (link) => {
    const place = target(link), words = place && place.dataset.of;
    if (!words || link.closest(".peek")) return;
    const account = place.closest(".account"), box = place.getBoundingClientRect();
    unlight();
    pieces(place).forEach((one) => one.classList.add("lit"));
    if (box.top > 0 && box.bottom < innerHeight) return;
    const from = document.createElement("p"), copy = place.closest("p").cloneNode(true);
    from.className = "from";
    from.textContent = account.querySelector(".publisher").innerText;
    copy.querySelectorAll("[id]").forEach((one) => one.removeAttribute("id"));
    peek.replaceChildren(from, copy);
    peek.hidden = false;
    const lit = copy.querySelector(".lit");
    if (lit) peek.scrollTop = Math.max(0, lit.offsetTop - peek.clientHeight / 2);
  };
  const hide = () => { peek.hidden = true; unlight(); };

  for (const [enter, leave] of [["mouseover", "mouseout"], ["focusin", "focusout"]]) {
    document.addEventListener(enter, (event) => {
      const link = event.target.closest && event.target.closest("a[href^='#']");
      if (link) show(link);
    });
    document.addEventListener(leave, (event) => {
      if (event.target.closest && event.target.closest("a[href^='#']")) hide();
    });
  }

  // A link into something folded opens it; a span in several pieces lights up as one.
  const arrive = () => {
    const place = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!place) return;
    for (let fold = place.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    hide();
    if (place.dataset.of) pieces(place).forEach((one) => one.classList.add("lit"));
    place.scrollIntoView({ block: place.dataset.of ? "center" : "start" });
  };
  addEventListener("hashchange", arrive);
  arrive();

  const findings = [...document.querySelectorAll(".finding")];
  const step = (by) => {
    const here = findings.findIndex((one) => one === document.activeElement || one.contains(document.activeElement));
    let next = here + by;
    if (here < 0) {
      const below = findings.findIndex((one) => one.getBoundingClientRect().top > 8);
      next = by > 0 ? below : (below < 0 ? findings.length : below) - 1;
    }
    const place = findings[Math.min(Math.max(next, 0), findings.length - 1)];
    if (place) { place.focus({ preventScroll: true }); place.scrollIntoView({ block: "start" }); }
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "Escape") hide();
  });
})();
