// The sentence that marks a sheet as one to look at only: written into blanks, and obeyed when they come back.

export const REFERENCE_NOTE = '供参照，不作为填报数据';
