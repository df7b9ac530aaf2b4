// Put into pages by the preview alone: reloads when another version of the site is shown.
"use strict";
const version = document.currentScript.dataset.version;
const events = new EventSource("/_telaah/events");
events.addEventListener("message", (event) => {
  if (event.data !== version) {
    events.close();
    location.reload();
  }
});
