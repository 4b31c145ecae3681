// On a narrow screen the filter is folded away unless it is in use; without this it stays open.
const filters = document.querySelector("details.filters");
if (filters && filters.dataset.narrow === "no" && window.matchMedia("(max-width: 47.99rem)").matches) {
  filters.open = false;
}

// One box ticks the whole page.
const boxes = Array.from(document.querySelectorAll("table.list td.pick input"));
const head = document.querySelector("table.list th.pick");
if (head && boxes.length > 1) {
  const all = document.createElement("input");
  all.type = "checkbox";
  all.setAttribute("aria-label", head.textContent.trim());
  all.addEventListener("change", () => boxes.forEach((box) => { box.checked = all.checked; }));
  head.append(all);
}
