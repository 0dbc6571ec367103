// The contract with the desk: generated shapes and the table of commands, under one name.
export * from './commands';
export type * from './types';
