/**
 * `sluice rollout ...`. Each subcommand is one function that adds itself to the family; those that ask no server stand
 * beside those that do.
 */
import type { Command } from 'commander';
import type { Context } from '../family.js';

/** Adds one subcommand to its family. */
export type AddCommand = (family: Command, context: Context) => void;

const COMMANDS: readonly AddCommand[] = [];

export function defineRollout(family: Command, context: Context): void {
  for (const add of COMMANDS) add(family, context);
}
