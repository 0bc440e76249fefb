export const words = {
  move: (name: string) => `Move ${name}`,
  moveHint: 'Drag, or press Alt with an arrow',
  moves: { up: 'Move up', down: 'Move down', top: 'Move to top', bottom: 'Move to bottom' },
  moved: (name: string, place: number, all: number) =>
    `${name} moved to place ${place.toLocaleString()} of ${all.toLocaleString()}`,
} as const;
