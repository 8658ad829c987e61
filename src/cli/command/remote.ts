/** What all commands that speak to a server have in common: its address, a bound on waiting, and how answers become text. */
import { InvalidArgumentError, Option, type Command } from 'commander';
import { Client, type Answer, type Trouble } from '../client.js';
import { EXIT, type CliPorts } from '../ports.js';

const SERVER = 'http://localhost:8000';
const TIMEOUT_S = 30;

export interface RemoteFlags {
  readonly server?: string;
  readonly timeout?: number;
  readonly json?: boolean;
}

export function withServer<C extends Command>(command: C): C {
  return command
    .addOption(new Option('--server <URL>', `address of the server (default: ${SERVER}; SLUICE_SERVER)`).argParser(urlOf))
    .addOption(new Option('--json', 'print the answer of the server as JSON'));
}

/** For a command that asks once. */
export function withTimeout<C extends Command>(command: C): C {
  return command.addOption(new Option('--timeout <SECONDS>', `longest wait for an answer (default: ${TIMEOUT_S})`).argParser(secondsOf));
}

/** @throws CommanderError for a variable that holds no address */
export function clientOf(ports: CliPorts, { server, timeout = TIMEOUT_S }: RemoteFlags, command: Command): Client {
  const variable = ports.env['SLUICE_SERVER'] ?? '';
  try {
    return new Client(ports, server ?? (variable === '' ? SERVER : urlOf(variable)), timeout * 1000);
  } catch (thrown) {
    if (!(thrown instanceof InvalidArgumentError)) throw thrown;
    command.error(`error: SLUICE_SERVER is '${variable}'. ${thrown.message}`);
  }
}

export function urlOf(text: string): string {
  const full = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  if (!URL.canParse(full) || !/^https?:$/.test(new URL(full).protocol)) throw new InvalidArgumentError(`It is an address such as ${SERVER}.`);
  return full.replace(/\/+$/, '');
}

export function secondsOf(text: string): number {
  const seconds = Number(text);
  if (!(seconds > 0 && seconds <= 1e6) || text.trim() === '') throw new InvalidArgumentError('It is a number of seconds above 0, such as 30.');
  return seconds;
}

export function versionOf(text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new InvalidArgumentError('It is the number of a version, such as 2.');
  return Number(text);
}

/** Prints what went wrong. */
export function tell(ports: CliPorts, trouble: Trouble): number {
  if (trouble.kind === 'interrupted') return EXIT.interrupted;
  ports.err(`sluice: ${trouble.text}\n`);
  return EXIT.fault;
}

/** Prints an answer: as it came, or as lines. */
export function print<T>(ports: CliPorts, answer: Answer<T>, isJson: boolean, linesOf: (body: T) => readonly string[]): number {
  if (answer.kind !== 'answered') return tell(ports, answer);
  ports.out(isJson ? `${JSON.stringify(answer.body, null, 2)}\n` : `${linesOf(answer.body).join('\n')}\n`);
  return EXIT.done;
}
