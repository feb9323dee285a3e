// Sentences with pieces of the program in them, between backticks. Says nothing itself.

/** The sentence as text and code. */
export function withCode(sentence: string): Node[] {
  return sentence.split("`").map((part, index) => {
    if (index % 2 === 0) return document.createTextNode(part);
    const code = document.createElement("code");
    code.textContent = part;
    return code;
  });
}

/** The sentence for who hears it. */
export const withoutCode = (sentence: string): string => sentence.replaceAll("`", "");
