// A peer of the hub: every MS the same message of BYTES to every client, by the package ws.
//
//   node ws.mjs PORT BYTES MS
//
// Listens on 127.0.0.1.
import { WebSocketServer } from 'ws';

const [port, bytes, ms] = process.argv.slice(2).map(Number);
const message = '.'.repeat(bytes);
const server = new WebSocketServer({ host: '127.0.0.1', port, backlog: 4096, perMessageDeflate: false });
setInterval(() => {
  for (const client of server.clients) {
    client.send(message);
  }
}, ms);
