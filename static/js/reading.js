// Reads a population back in plain English while it is being typed. Without it the button asks for the same, on a new page.

const PAUSE = 500;

function readAlong(button) {
  const shown = document.getElementById(button.dataset.reading);
  const form = button.form;
  let waiting, asking;

  async function read() {
    asking?.abort();
    asking = new AbortController();
    const typed = new FormData(form);
    typed.set(button.name, "part");
    try {
      const answer = await fetch(form.action, { method: "POST", body: typed, signal: asking.signal, redirect: "error" });
      if (answer.ok) shown.innerHTML = await answer.text();
    } catch (error) {
      if (error.name !== "AbortError") shown.textContent = "It cannot be read right now; the button below tries again.";
    }
  }

  function soon() {
    clearTimeout(waiting);
    waiting = setTimeout(read, PAUSE);
  }

  for (const event of ["input", "change", "formset:added", "formset:removed"]) form.addEventListener(event, soon);
  // The search boxes tell of a choice through their own library alone.
  window.django?.jQuery(form).on("select2:select select2:unselect", soon);
}

document.addEventListener("DOMContentLoaded", () => document.querySelectorAll("[data-reading]").forEach(readAlong));
