import { expect, test } from 'vitest';
import { ask, jsonIn } from '../../../main/delivery/http.ts';

const request = { method: 'POST', headers: {}, body: '{}', signal: new AbortController().signal };

test('of an answer without an end only the beginning is read, and the rest is called off', async () => {
  let calledOff = false;
  const endless = new ReadableStream({
    pull: (controller) => controller.enqueue(new TextEncoder().encode('x'.repeat(10_000))),
    cancel: () => void (calledOff = true),
  });
  const heard = await ask(() => Promise.resolve(new Response(endless, { status: 500 })), 'https://sms.test', request);
  expect(heard).toMatchObject({ answer: { status: 500, body: 'x'.repeat(64 * 1024) } });
  expect(calledOff).toBe(true);
});

test('what was given up before is not asked for', async () => {
  const asked: unknown[] = [];
  const fetch = (address: URL | string) => {
    asked.push(address);
    return Promise.resolve(new Response());
  };
  const heard = await ask(fetch, 'https://sms.test', { ...request, signal: AbortSignal.abort() });
  expect(heard).toMatchObject({ asked: false });
  expect(asked).toEqual([]);
});

test.each([
  ['{"a":1}', { a: 1 }],
  ['<html>', null],
  ['', null],
])('JSON in %j', (body, json) => {
  expect(jsonIn(body)).toEqual(json);
});
