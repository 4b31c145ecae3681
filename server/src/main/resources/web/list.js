// On a narrow screen the filter is folded away unless it is in use; without this it stays open.
const filters = document.querySelector("details.filters");
if (filters && filters.dataset.narrow === "no" && window.matchMedia("(max-width: 47.99rem)").matches) {
  filters.open = false;
}
