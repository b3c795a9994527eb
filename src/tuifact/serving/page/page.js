"use strict";

// A page opened from here gets no handle on this one, with which it could lead it elsewhere.
const openWindow = window.open.bind(window);
window.open = (url, target, ...rest) =>
  url ? openWindow(url, target, "noopener,noreferrer") : openWindow(url, target, ...rest);

document.addEventListener("DOMContentLoaded", () => {
  const again = document.getElementById("again");
  again.addEventListener("click", () => window.location.reload());
  if (!document.createElement("canvas").getContext("webgl2")) {
    document.getElementById("unable").hidden = false;
  }
  // The terminal says in the body's classes how it stands: connected, keys go to it without a click; closed, the last
  // screen stays in view and the way back is the button.
  new MutationObserver(() => {
    if (document.body.classList.contains("-closed")) {
      again.focus();
    } else if (document.body.classList.contains("-loaded")) {
      document.querySelector(".xterm-helper-textarea").focus();
    }
  }).observe(document.body, { attributes: true, attributeFilter: ["class"] });
});
