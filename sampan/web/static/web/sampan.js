"use strict";
// Small helps; every page is whole without them.
const print = document.querySelector("[data-print]");
if (print) {
  print.hidden = false;
  print.addEventListener("click", () => window.print());
}
const faults = document.querySelector(".faults");
if (faults) faults.focus();
const keep = document.querySelector("[data-keep]");
if (keep && "serviceWorker" in navigator) {
  keep.hidden = false;
  keep.addEventListener("click", () => navigator.serviceWorker.register("/sw.js").then(() => navigator.serviceWorker.ready).then(() => {
    keep.textContent = keep.dataset.done;
    keep.disabled = true;
  }));
}
