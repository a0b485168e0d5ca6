import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

/** Loaded before a program that must get along without a network: whatever reaches for one fails loudly. */
function refuse(): never {
  console.error('it reached for the network');
  process.exit(70);
}

net.Socket.prototype.connect = refuse;
net.connect = refuse;
dns.lookup = Object.assign(refuse, dns.lookup);
globalThis.fetch = refuse;
syncBuiltinESMExports();
