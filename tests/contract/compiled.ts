// Where processes that tests start keep compiled code, below the temporary folder: starting takes half the time with it.
export const COMPILED = 'nianbao-compiled';
