// A filter above long lists to tick; Enter ticks the first that is found. Without it the lists work the same: groups open, and the browser's search finds inside them.

for (const list of document.querySelectorAll("[data-checklist]")) {
  const items = [...list.querySelectorAll("li")];
  if (items.length < 20) continue;
  const groups = [...list.querySelectorAll("details")];
  const boxOf = (item) => item.querySelector("input");
  const nameOf = (item) => item.textContent.trim().split("\n")[0].trim();

  // What is ticked stands above the list, each a button that unticks it; what changes is said aloud.
  const ticked = document.createElement("ul");
  ticked.className = "checklist-ticked";
  ticked.setAttribute("aria-label", list.dataset.ticked);
  const said = document.createElement("p");
  said.className = "visually-hidden";
  said.setAttribute("role", "status");
  const field = document.createElement("input");
  field.type = "search";
  field.className = "form-control checklist-filter";
  field.placeholder = list.dataset.find;
  field.setAttribute("aria-label", list.dataset.label);
  const row = document.createElement("div");
  row.className = "checklist-find";
  row.append(field);

  // The Tab key does not stop at every group of a long list before the whole of it is wanted.
  const summaries = groups.map((group) => group.querySelector("summary"));
  if (groups.length) {
    const browse = document.createElement("button");
    browse.type = "button";
    browse.className = "btn btn-outline-secondary btn-sm";
    browse.textContent = list.dataset.browse;
    browse.addEventListener("click", () => {
      for (const group of groups) group.open = true;
      for (const summary of summaries) summary.tabIndex = 0;
      browse.remove();
      summaries[0].focus();
    });
    for (const summary of summaries) summary.tabIndex = -1;
    row.append(browse);
  }

  function chip(item) {
    const place = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = nameOf(item);
    button.setAttribute("aria-label", `${list.dataset.untick} ${nameOf(item)}`);
    button.addEventListener("click", () => {
      boxOf(item).click();
      field.focus();
    });
    place.append(button);
    return place;
  }

  function count() {
    const chosen = items.filter((item) => boxOf(item).checked);
    ticked.replaceChildren(...chosen.map(chip));
    ticked.hidden = chosen.length === 0;
    said.textContent = chosen.length ? `${list.dataset.ticked}: ${chosen.map(nameOf).join(", ")}` : "";
  }

  function show() {
    const wanted = field.value.trim().toLowerCase();
    for (const item of items) {
      item.hidden = wanted !== "" && !item.textContent.toLowerCase().includes(wanted);
    }
    for (const group of groups) {
      const found = [...group.querySelectorAll("li")].some((item) => !item.hidden);
      group.hidden = !found;
      group.open = wanted !== "" && found;
    }
  }

  // What begins with the letters comes before what only holds them.
  function first() {
    const wanted = field.value.trim().toLowerCase();
    const open = items.filter((item) => !item.hidden && !boxOf(item).checked);
    return open.find((item) => nameOf(item).toLowerCase().startsWith(wanted)) ?? open[0];
  }

  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || field.value.trim() === "") return;
    event.preventDefault();
    const item = first();
    if (!item) return;
    boxOf(item).click();
    field.value = "";
    show();
  });
  field.addEventListener("input", (event) => { event.stopPropagation(); show(); });
  field.addEventListener("change", (event) => event.stopPropagation());
  list.addEventListener("change", count);

  const past = list.parentElement.querySelector(".checklist-past");
  if (past) row.append(past);
  const begun = list.querySelector("[autofocus]");
  list.prepend(ticked, row, said);
  count();
  show();
  if (begun && !location.hash) {
    begun.autofocus = false;
    field.focus();
  }
}
