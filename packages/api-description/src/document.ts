import * as z from 'zod';

/** As much of JSON Schema (2020-12) as the description uses and its readers are shown. */
export type JsonSchema = {
  readonly $ref?: string | undefined;
  readonly type?: string | readonly string[] | undefined;
  readonly description?: string | undefined;
  readonly const?: unknown;
  readonly enum?: readonly unknown[] | undefined;
  readonly properties?: Readonly<Record<string, JsonSchema>> | undefined;
  readonly required?: readonly string[] | undefined;
  readonly additionalProperties?: boolean | JsonSchema | undefined;
  readonly items?: boolean | JsonSchema | undefined;
  readonly prefixItems?: readonly JsonSchema[] | undefined;
  readonly anyOf?: readonly JsonSchema[] | undefined;
  readonly oneOf?: readonly JsonSchema[] | undefined;
  readonly format?: string | undefined;
  readonly contentEncoding?: string | undefined;
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
  readonly exclusiveMinimum?: number | undefined;
  readonly multipleOf?: number | undefined;
  readonly minItems?: number | undefined;
  readonly maxItems?: number | undefined;
};

const JsonSchema: z.ZodType<JsonSchema> = z.lazy(() =>
  z.object({
    $ref: z.string().optional(),
    type: z.union([z.string(), z.array(z.string())]).optional(),
    description: z.string().optional(),
    const: z.unknown().optional(),
    enum: z.array(z.unknown()).optional(),
    properties: z.record(z.string(), JsonSchema).optional(),
    required: z.array(z.string()).optional(),
    additionalProperties: z.union([z.boolean(), JsonSchema]).optional(),
    items: z.union([z.boolean(), JsonSchema]).optional(),
    prefixItems: z.array(JsonSchema).optional(),
    anyOf: z.array(JsonSchema).optional(),
    oneOf: z.array(JsonSchema).optional(),
    format: z.string().optional(),
    contentEncoding: z.string().optional(),
    minLength: z.number().optional(),
    maxLength: z.number().optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    exclusiveMinimum: z.number().optional(),
    multipleOf: z.number().optional(),
    minItems: z.number().optional(),
    maxItems: z.number().optional(),
  }),
);

const Content = z.record(
  z.string(),
  z.object({
    schema: JsonSchema,
    example: z.unknown().optional(),
    examples: z
      .record(z.string(), z.object({ summary: z.string(), value: z.unknown() }))
      .default({}),
  }),
);

const Operation = z.object({
  operationId: z.string(),
  tags: z.array(z.string()).default([]),
  summary: z.string(),
  description: z.string().optional(),
  parameters: z
    .array(
      z.object({
        name: z.string(),
        in: z.enum(['path', 'query', 'header']),
        required: z.boolean().default(false),
        description: z.string(),
        schema: JsonSchema,
      }),
    )
    .default([]),
  requestBody: z.object({ content: Content }).optional(),
  responses: z.record(
    z.string(),
    z.object({ description: z.string().default(''), content: Content.optional() }),
  ),
  'x-scope': z.string().default('anybody'),
  'x-problems': z.array(z.string()).default([]),
});

/** One operation, or one message to a webhook. */
export type ShownOperation = z.infer<typeof Operation>;
export type Content = z.infer<typeof Content>;
type Media = Content[string];

/** An example of a body: the one that is given, the first of several, or one that its schema allows. */
export function givenExample({ example, examples }: Media): unknown {
  return example ?? Object.values(examples)[0]?.value;
}

/** What the reference shows of the description; a description of another shape is a defect. */
export const ShownDocument = z.object({
  servers: z.array(z.object({ url: z.string() })).min(1),
  tags: z.array(z.object({ name: z.string() })),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  webhooks: z.record(z.string(), z.object({ post: Operation })).default({}),
  components: z.object({ schemas: z.record(z.string(), JsonSchema) }),
});
export type ShownDocument = z.infer<typeof ShownDocument>;

/** Named schemas of a description. */
export type Schemas = ShownDocument['components']['schemas'];

/** The schema that a reference leads to; the schema itself where it is none. */
export function resolved(schema: JsonSchema, schemas: Schemas): JsonSchema {
  const name = schema.$ref?.split('/').at(-1);
  return (name === undefined ? undefined : schemas[name]) ?? schema;
}

/** What a list holds: one schema, or one for each place where it has a given length. */
export function itemsOf({ items, prefixItems = [] }: JsonSchema): readonly JsonSchema[] {
  return typeof items === 'object' ? [...prefixItems, items] : prefixItems;
}
