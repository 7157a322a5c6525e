// Fills in the parts of a page that take a few seconds to find out. Without it each has a link that leads to the same.

function fill(panel) {
  const link = panel.innerHTML;
  panel.textContent = "Being asked; this takes a few seconds …";
  fetch(panel.dataset.panel, { redirect: "error" })
    .then((answer) => (answer.ok ? answer.text() : Promise.reject(answer.status)))
    .then((part) => (panel.innerHTML = part))
    .catch(() => (panel.innerHTML = link));
}

document.addEventListener("DOMContentLoaded", () => document.querySelectorAll("[data-panel]").forEach(fill));
