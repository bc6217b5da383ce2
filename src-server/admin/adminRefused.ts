/** An administrator's act that cannot be done, with a sentence that says why. */
export class AdminRefused extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'AdminRefused';
  }
}
