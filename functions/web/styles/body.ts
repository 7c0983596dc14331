export const body = ``;
