"use strict";
// Reads an article aloud with the device's own voices, each part in its own language; says so when there is none.
const talk = window.speechSynthesis, tongue = t => t.toLowerCase().split(/[-_]/)[0];
const voice = lang => talk && talk.getVoices().find(v => tongue(v.lang) === lang);
if (talk) talk.getVoices();
for (const ear of document.querySelectorAll("[data-listen]")) {
  ear.hidden = false;
  ear.addEventListener("click", () => {
    if (talk && talk.speaking) return talk.cancel();
    const article = ear.closest("article"), here = voice(tongue(article.lang));
    ear.nextElementSibling.textContent = here ? "" : ear.dataset.none;
    for (const part of here ? article.querySelectorAll("[data-say]") : []) {
      const found = voice(tongue(part.lang || article.lang));
      if (!found) continue;
      const words = new SpeechSynthesisUtterance(part.textContent);
      words.voice = found;
      words.lang = found.lang;
      talk.speak(words);
    }
  });
}
