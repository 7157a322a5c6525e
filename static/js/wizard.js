// While a page of questions is filled in: keeps what is typed, shows what follows from it, and spares keys. Without it the page does the same on submit.

const form = document.querySelector("form[data-so-far]");

if (form) {
  const panel = form.querySelector("[data-panel]");
  let waiting = 0;
  let asked = 0;

  // What is typed is kept on the server, and comes back with the values worked out from it and the numbers to look at again.
  async function tell() {
    const turn = ++asked;
    let answer;
    try {
      answer = await fetch(form.dataset.soFar, { method: "POST", body: new FormData(form), credentials: "same-origin", redirect: "error" });
    } catch {
      return;
    }
    if (turn !== asked || !answer.ok) return;
    const told = await answer.json();
    panel.innerHTML = told.panel;
    for (const [code, doubt] of Object.entries(told.doubts)) question(code, doubt);
  }

  function question(code, doubt) {
    const place = document.getElementById(`q-${code}`);
    const words = place.querySelector("[data-doubt]");
    const confirm = place.querySelector("[data-confirm]");
    if (!words || place.classList.contains("question-faulty")) return;
    if (words.textContent !== doubt.text) words.textContent = doubt.text;
    if (confirm) confirm.hidden = !doubt.confirm;
  }

  function soon(event) {
    clearTimeout(waiting);
    waiting = setTimeout(tell, event.type === "change" ? 50 : 700);
  }

  form.addEventListener("input", soon);
  form.addEventListener("change", soon);
  form.querySelectorAll("[data-work-out]").forEach((button) => button.remove());
  // Who types faster than this script loads is answered, too.
  if ([...form.elements].some((one) => one.value !== one.defaultValue && one.type === "text")) soon({ type: "change" });

  // A letter chooses the next answer that begins with it, as in a list that drops down.
  form.addEventListener("keydown", (event) => {
    const here = event.target;
    if (here.type !== "radio" || event.key.length !== 1 || event.key === " " || event.ctrlKey || event.metaKey || event.altKey) return;
    const all = [...form.elements[here.name]];
    const from = all.indexOf(here);
    const order = [...all.slice(from + 1), ...all.slice(0, from + 1)];
    if (!here.checked) order.unshift(order.pop());
    const found = order.find((one) => one.labels[0].textContent.trim().toLowerCase().startsWith(event.key.toLowerCase()));
    if (!found) return;
    event.preventDefault();
    found.focus();
    if (!found.checked) found.click();
  });

  const why = form.querySelector("[data-why]");
  why.addEventListener("click", (event) => {
    event.preventDefault();
    const opening = why.getAttribute("aria-pressed") !== "true";
    why.setAttribute("aria-pressed", String(opening));
    for (const one of form.querySelectorAll(".question-why")) one.open = opening;
  });
}
