// Goes on with a long comparison by itself; without JavaScript there is a button.

document.querySelectorAll("form[data-continue]").forEach((form) => form.submit());
