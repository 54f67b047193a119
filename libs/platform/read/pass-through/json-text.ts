/** Stands for the `data` of a result whose JSON text is already known. */
export class JsonText {
  constructor(readonly text: string) {}
}

/** For `GraphqlExtensions.addResultText`. */
export function textOfResult(result: object): string | undefined {
  const { data } = result as { data?: unknown };
  return data instanceof JsonText ? `{"data":${data.text}}` : undefined;
}
