
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

  const light = (place) => pieces(place).forEach((one) => one.classList.add("lit"));
  const seen = (place) => {
    const box = place.getBoundingClientRect();
    return box.height > 0 && box.top >= 0 && box.bottom <= innerHeight;
  };
  const preview = (from, content) => {
    const head = document.createElement("p");
    head.className = "from";
    head.textContent = from;
    content.querySelectorAll("[id]").forEach((one) => one.removeAttribute("id"));
    peek.replaceChildren(head, content);
    peek.hidden = false;
    const lit = content.querySelector(".lit");
    if (lit) peek.scrollTop = Math.max(0, lit.offsetTop - peek.clientHeight / 2);
  };

  // What stands behind a link, without leaving the place: the words in their paragraph, or a claim, finding, origin.
  const show = (link) => {
    const place = target(link), account = link.closest(".account");
    if (!place) return;
    unlight();
    if (place.dataset.of) {
      light(place);
      const from = place.closest(".account").querySelector(".publisher").innerText;
      if (!seen(place)) preview(from, place.closest("p").cloneNode(true));
      return;
    }
    if (account) place.querySelectorAll(`a[href^="#${account.id}-"]`).forEach((one) => light(target(one)));
    const said = place.querySelector(".claim-text, h3, h4, b, .quote");
    const passing = link.closest(".notes, .see, .meta, .standing");
    if (passing && said && !seen(said)) preview(kind(place), said.cloneNode(true));
  };
  const kind = (place) => {
    const [, letter, number] = place.id.match(/-([a-z])(\d+)$/) || [];
    return { f: "Finding", c: "Claim", o: "Origin", a: "Article" }[letter] + " " + number;
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

  const unfold = (place) => {
    for (let fold = place.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  };

  // A link into something folded opens it; a span in several pieces lights up as one.
  const arrive = () => {
    const place = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!place) return;
    unfold(place);
    hide();
    if (place.dataset.of) light(place);
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
    if (place) { unfold(place); place.focus({ preventScroll: true }); place.scrollIntoView({ block: "start" }); }
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") hide();
    else if (document.body.classList.contains("desk")) return; // a desk has keys of its own
    else if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
  });
})();
