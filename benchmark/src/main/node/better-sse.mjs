// A peer of the hub: every MS the same event with BYTES of data to every client, by the package better-sse.
//
//   node better-sse.mjs PORT BYTES MS
//
// Listens on 127.0.0.1.
import { createServer } from 'node:http';
import { createChannel, createSession } from 'better-sse';

const [port, bytes, ms] = process.argv.slice(2).map(Number);
const message = '.'.repeat(bytes);
const channel = createChannel();
createServer(async (request, response) => {
  channel.register(await createSession(request, response));
}).listen({ host: '127.0.0.1', port, backlog: 4096 });
setInterval(() => channel.broadcast(message, 'change'), ms);
