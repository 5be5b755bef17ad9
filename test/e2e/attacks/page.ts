import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A mail page that attacks: its own script can say at any time who is writing. */
export interface HostilePage {
  readonly origin: string;
  /** Addresses asked for beside the page itself. */
  readonly asked: string[];
  close(): void;
}

const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Mail</title>
<style>body{margin:0;height:3000px;font:16px monospace}.from{display:block;width:400px;height:24px;overflow:hidden}</style>
<body><a id="tierlensYield"></a><main><article><header><h2>Hello</h2><div class="from"></div></header>
<div class="message-body"><p>Words of a message.</p></div></article></main>
<script>
function write(email) {
  const link = document.createElement('a');
  link.href = 'mailto:' + email;
  link.textContent = email;
  document.querySelector('.from').replaceChildren(link);
}
const from = new URLSearchParams(location.search).get('from');
if (from) write(from);
</script>`;

export async function serveHostilePage(): Promise<HostilePage> {
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    if (!request.url!.startsWith('/mail')) asked.push(request.url!);
    response.setHeader('content-type', 'text/html; charset=utf-8');
    if (request.url!.startsWith('/mail?isolated')) {
      response.setHeader('cross-origin-opener-policy', 'same-origin');
      response.setHeader('cross-origin-embedder-policy', 'require-corp');
    }
    response.setHeader('content-security-policy', "style-src-attr 'none'");
    response.end(request.url!.startsWith('/mail') ? html : '');
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
