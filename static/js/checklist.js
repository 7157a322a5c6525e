// A filter above long lists to tick. Without it the lists work the same: groups open, and the browser's search finds inside them.

for (const list of document.querySelectorAll("[data-checklist]")) {
  const items = [...list.querySelectorAll("li")];
  if (items.length < 30) continue;
  const groups = [...list.querySelectorAll("details")];
  const opened = new Map(groups.map((group) => [group, group.open]));
  const field = document.createElement("input");
  field.type = "search";
  field.className = "form-control checklist-filter";
  field.placeholder = "Type to find, for example a brand name";
  field.setAttribute("aria-label", "Find in this list");
  field.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
  field.addEventListener("input", () => {
    const wanted = field.value.trim().toLowerCase();
    for (const item of items) {
      item.hidden = wanted !== "" && !item.textContent.toLowerCase().includes(wanted) && !item.querySelector("input").checked;
    }
    for (const group of groups) {
      const found = [...group.querySelectorAll("li")].some((item) => !item.hidden);
      group.hidden = !found;
      group.open = wanted !== "" ? found : opened.get(group);
    }
  });
  list.prepend(field);
}
