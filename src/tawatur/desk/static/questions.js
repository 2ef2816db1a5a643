// Working through the open questions with the keyboard. Keys are told by their place, so that an Arabic keyboard works.
"use strict";
(function () {
  const answerable = () => Array.from(document.querySelectorAll(".question form.answers"));
  let at = -1;

  function go(to) {
    const forms = answerable();
    if (!forms.length) return;
    at = Math.max(0, Math.min(forms.length - 1, to));
    const button = forms[at].querySelector("button");
    button.focus();
    forms[at].closest(".question").scrollIntoView({ block: "nearest" });
  }

  function press(key, within) {
    const button = within && within.querySelector(`button[data-key="${key}"]`);
    if (button) button.click();
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
    const focused = document.activeElement && document.activeElement.closest("form.answers");
    if (focused) at = answerable().indexOf(focused);
    if (event.code === "KeyJ") go(at + 1);
    else if (event.code === "KeyK") go(at - 1);
    else if (event.code === "KeyY") press("y", answerable()[Math.max(at, 0)]);
    else if (event.code === "KeyN") press("n", answerable()[Math.max(at, 0)]);
    else if (event.code === "KeyU") press("u", document.getElementById("notice"));
    else return;
    event.preventDefault();
  });
})();
