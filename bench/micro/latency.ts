/** What the benchmark's own instruments cost: they run once per request in the generator. */
import { Histogram } from '../histogram.js';
import { AnswerReader } from '../load/wire.js';
import type { Benchmark } from './sample.js';

const histogram = new Histogram();
const answer = Buffer.from(
  'HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nInference-Header-Content-Length: 120\r\n' +
    `Date: Mon, 01 Jan 2024 00:00:00 GMT\r\nContent-Length: 184\r\n\r\n${'x'.repeat(184)}`,
);
let answers = 0;
const reader = new AnswerReader(() => {
  answers += 1;
});
let us = 1;

export const benchmarks: readonly Benchmark[] = [
  {
    name: 'record a latency',
    run: () => {
      us = us > 1e6 ? 1 : us * 1.01;
      histogram.record(us);
    },
  },
  { name: 'read an answer', run: () => reader.push(answer, answer.length) },
];
