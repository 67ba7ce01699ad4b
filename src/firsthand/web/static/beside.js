"use strict";
// Side by side: both columns move together by the passages they share; on a phone one is shown at a time.
(() => {
  const columns = [...document.querySelectorAll(".beside-column")];
  if (columns.length !== 2) return;
  const bar = document.querySelector(".switch"), buttons = [...bar.querySelectorAll("button")];
  const narrow = matchMedia("(max-width: 46rem)");
  const number = (column, passage) => column.querySelector(`.to-other[data-passage="${passage}"]`);

  const show = (side) => {
    columns.forEach((one) => one.classList.toggle("away", narrow.matches && one.id !== side));
    buttons.forEach((one) => one.setAttribute("aria-pressed", String(one.dataset.side === side)));
  };
  const arrange = () => {
    bar.hidden = !narrow.matches;
    document.documentElement.classList.toggle("together", !narrow.matches);
    show(columns.find((one) => !one.classList.contains("away")).id);
  };
  narrow.addEventListener("change", arrange);
  arrange();
  const nearest = (column) => {
    const top = narrow.matches ? 0 : column.getBoundingClientRect().top;
    return [...column.querySelectorAll(".to-other")].find((one) => one.getBoundingClientRect().top >= top - 4);
  };
  buttons.forEach((button) => button.addEventListener("click", () => {
    const from = columns.find((one) => !one.classList.contains("away")), at = nearest(from);
    const offset = at ? at.getBoundingClientRect().top : 0;
    show(button.dataset.side);
    const there = at && number(document.getElementById(button.dataset.side), at.dataset.passage);
    if (there && there.closest(".beside-column") !== from) scrollBy({ top: there.getBoundingClientRect().top - offset, behavior: "instant" });
  }));

  // Where a column stands between two passages, the other stands between the same two.
  let leader = null, free = 0;
  const marks = (column, other) => {
    const pairs = [[0, 0]], box = column.getBoundingClientRect().top, far = other.getBoundingClientRect().top;
    column.querySelectorAll(".to-other").forEach((one) => {
      const there = number(other, one.dataset.passage);
      if (there) pairs.push([one.getBoundingClientRect().top - box + column.scrollTop, there.getBoundingClientRect().top - far + other.scrollTop]);
    });
    pairs.push([column.scrollHeight, other.scrollHeight]);
    return pairs.filter((pair, at) => pairs.slice(0, at).every((earlier) => earlier[0] <= pair[0] && earlier[1] <= pair[1]));
  };
  columns.forEach((column, at) => column.addEventListener("scroll", () => {
    if (narrow.matches || (leader && leader !== column && Date.now() < free)) return;
    leader = column;
    free = Date.now() + 120;
    const other = columns[1 - at], pairs = marks(column, other), line = column.scrollTop + column.clientHeight / 3;
    const after = Math.max(1, pairs.findIndex((pair) => pair[0] > line));
    const [a, b] = [pairs[after - 1], pairs[after]];
    const share = b[0] > a[0] ? (line - a[0]) / (b[0] - a[0]) : 0;
    other.scrollTop = a[1] + share * (b[1] - a[1]) - other.clientHeight / 3;
  }, { passive: true }));

  const light = (passage) => document.querySelectorAll(".beside [data-passage]").forEach((one) => one.classList.toggle("lit", passage !== null && one.dataset.passage === passage));
  for (const [enter, leave] of [["mouseover", "mouseout"], ["focusin", "focusout"]]) {
    document.addEventListener(enter, (event) => {
      const one = event.target.closest && event.target.closest(".beside [data-passage]");
      if (one) light(one.dataset.passage);
    });
    document.addEventListener(leave, () => light(null));
  }
  document.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest("a.to-other");
    if (!link) return;
    event.preventDefault();
    const other = columns.find((one) => !one.contains(link)), there = number(other, link.dataset.passage);
    if (!there) return;
    const offset = link.getBoundingClientRect().top;
    show(other.id);
    there.focus({ preventScroll: true });
    if (narrow.matches) scrollBy({ top: there.getBoundingClientRect().top - offset, behavior: "instant" });
    else { leader = other; free = Date.now() + 200; other.scrollTop += there.getBoundingClientRect().top - offset; }
  });
})();
