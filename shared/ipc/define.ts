import type * as z from 'zod';
import type { ErrorCode, Result } from '../errors.ts';

/** Codes that any command may refuse with; a command declares only its own. */
export type CommonCode = 'invalid-input' | 'unexpected' | 'storage-full' | 'storage-read-only' | 'storage-failed';

/** A declared command. */
export interface Command<
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
  E extends ErrorCode = ErrorCode,
> {
  type: 'command';
  input: I;
  output: O;
  errors: readonly E[];
}

/** A declared event. */
export interface Event<P extends z.ZodType = z.ZodType> {
  type: 'event';
  payload: P;
}

/** Declares a command: what it takes, what it gives, and the codes it may refuse with. */
export function command<I extends z.ZodType, O extends z.ZodType, const E extends readonly ErrorCode[]>(declaration: {
  input: I;
  output: O;
  errors: E;
}): Command<I, O, E[number]> {
  return { type: 'command', ...declaration };
}

/** Declares something main tells the renderer. */
export function event<P extends z.ZodType>(payload: P): Event<P> {
  return { type: 'event', payload };
}

type Groups = Record<string, Record<string, Command | Event>>;
type CommandsOf<G> = { [K in keyof G as G[K] extends Command ? K : never]: G[K] };

/** What the rule behind a command may answer. */
export type Answer<C> = C extends Command<z.ZodType, infer O, infer E> ? Result<z.input<O>, E> : never;

/** What the caller of a command may get. */
export type Reply<C> = C extends Command<z.ZodType, infer O, infer E> ? Result<z.output<O>, E | CommonCode> : never;

/** Main must supply every command, and may refuse only with the codes it declares. */
export type Handlers<T extends Groups> = {
  [G in keyof T]: {
    [K in keyof CommandsOf<T[G]>]: CommandsOf<T[G]>[K] extends infer C extends Command
      ? (input: z.output<C['input']>) => Answer<C> | Promise<Answer<C>>
      : never;
  };
};

/** The contract as its callers see it. */
export type Client<T extends Groups> = {
  [G in keyof T]: {
    [K in keyof CommandsOf<T[G]>]: CommandsOf<T[G]>[K] extends infer C extends Command
      ? (input: z.input<C['input']>) => Promise<Reply<C>>
      : never;
  };
};

/** Every event as `{ name: 'group.event', payload }`. */
export type EventMessage<T extends Groups> = {
  [G in keyof T & string]: {
    [K in keyof T[G] & string]: T[G][K] extends Event<infer P> ? { name: `${G}.${K}`; payload: z.output<P> } : never;
  }[keyof T[G] & string];
}[keyof T & string];
