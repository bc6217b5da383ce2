/** How much of everything a run does. */
export interface Sizes {
  readonly drained: number;
  readonly stations: number;
  readonly commandsEach: number;
  readonly appeals: number;
  readonly pouchDocs: number;
  readonly wakes: number;
  readonly pulls: number;
}
