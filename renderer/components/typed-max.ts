/** How much a field takes, in characters: more than anything that can be meant, and as much as main accepts and judges. */
export const TYPED_MAX = 1000;
