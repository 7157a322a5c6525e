// Gives the admin's search boxes the name of their field, which the library that draws them leaves out.

function nameBoxes() {
  for (const select of document.querySelectorAll("select.admin-autocomplete")) {
    const box = select.nextElementSibling;
    const name = select.getAttribute("aria-label") || select.labels?.[0]?.textContent.replace(/:\s*$/, "").trim();
    if (!name || !box?.matches(".select2-container")) continue;
    for (const part of box.querySelectorAll("[role=combobox], [role=textbox], input")) {
      if (part.getAttribute("aria-label") === name) continue;
      part.removeAttribute("aria-labelledby");
      part.setAttribute("aria-label", name);
    }
  }
}

window.addEventListener("load", () => {
  nameBoxes();
  // Boxes are drawn anew whenever a choice is made or a line is added.
  new MutationObserver(nameBoxes).observe(document.body, { childList: true, subtree: true });
});
