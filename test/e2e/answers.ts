import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that answers as it is told, and remembers what it was asked. */
export interface Answers {
  readonly origin: string;
  readonly asked: IncomingMessage[];
  /** How it answers from now on. */
  answer(with_: (request: IncomingMessage, response: ServerResponse) => void): void;
  close(): void;
}

export async function serveAnswers(): Promise<Answers> {
  let answering: (request: IncomingMessage, response: ServerResponse) => void = (_, response) => {
    response.writeHead(404).end();
  };
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    answering(request, response);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    answer: given => {
      answering = given;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
