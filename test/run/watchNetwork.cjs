// Loaded into every Node process of a test editor: writes down, and refuses, each connection that leaves this machine.
const fs = require('node:fs');
const net = require('node:net');

const report = process.env.PROVLOG_OUTSIDE_REQUESTS;
const loopback = new Set(['localhost', '127.0.0.1', '::1']);
const connect = net.Socket.prototype.connect;

net.Socket.prototype.connect = function (...args) {
  // Node hands over its own normalised form: one array with the options first.
  const [first] = Array.isArray(args[0]) ? args[0] : args;
  const options = typeof first === 'object' && first !== null ? first : {};
  const host = options.host ?? (typeof first === 'number' && typeof args[1] === 'string' ? args[1] : 'localhost');
  const isPipe = typeof options.path === 'string' || (typeof first === 'string' && !/^\d+$/.test(first));
  if (isPipe || loopback.has(host)) return connect.apply(this, args);
  if (report) fs.appendFileSync(report, `${host}:${options.port ?? first}\n`);
  process.nextTick(() => this.destroy(new Error(`${host} is outside this machine`)));
  return this;
};
