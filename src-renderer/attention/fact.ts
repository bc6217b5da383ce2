/** One thing a command says, in words. */
export interface Fact {
  readonly label: string;
  readonly value: string;
}
