/** Answers to recent questions, the least recently asked forgotten first. */
export interface Recent<Answer> {
  get(question: string): Answer | undefined;
  keep(question: string, answer: Answer): Answer;
  clear(): void;
}

export function createRecent<Answer extends object>(most: number): Recent<Answer> {
  const answers = new Map<string, Answer>();
  return {
    get(question) {
      const answer = answers.get(question);
      if (answer === undefined) return undefined;
      // A map remembers in what order its keys came: asked again, last again.
      answers.delete(question);
      answers.set(question, answer);
      return answer;
    },
    keep(question, answer) {
      const oldest = answers.size >= most ? answers.keys().next().value : undefined;
      if (oldest !== undefined) answers.delete(oldest);
      answers.set(question, answer);
      return answer;
    },
    clear: () => answers.clear(),
  };
}
