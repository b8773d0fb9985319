// One stream of build numbers for all tabs of a browser.
"use strict";
const ports = new Set();
let last = null;

function listen() {
  const stream = new EventSource("/_dateline/events");
  stream.onmessage = (event) => {
    last = event.data;
    for (const port of ports) port.postMessage(last);
  };
  // A stream that was refused does not try again by itself.
  stream.onerror = () => {
    last = null;
    for (const port of ports) port.postMessage("lost");
    if (stream.readyState === EventSource.CLOSED) setTimeout(listen, 1000);
  };
}

onconnect = (event) => {
  const port = event.ports[0];
  ports.add(port);
  port.onmessage = () => ports.delete(port);
  if (last !== null) port.postMessage(last);
};

listen();
