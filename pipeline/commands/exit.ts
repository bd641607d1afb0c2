// How a command ends, for the shell: part of the outside contract.
export const EXIT = { done: 0, fatalFindings: 1, noEdition: 2, differences: 2, usage: 64 } as const;
