import type { Saying } from '../sayings.ts'

/** Limits of questions over GraphQL, and persisted queries. */
export const graphqlLimits: readonly Saying[] = [
  [
    'This question may return {{fields}} fields, more than the {{most}} allowed. Ask for fewer documents (limit), fewer fields, or in several questions.',
    'Esta pregunta puede devolver {{fields}} campos, más de los {{most}} permitidos. Pida menos documentos (limit) o menos campos, o haga varias preguntas.',
  ],
  [
    'This question is nested {{depth}} levels deep, more than the {{most}} allowed. Ask in several questions.',
    'Esta pregunta tiene {{depth}} niveles, más de los {{most}} permitidos. Haga varias preguntas.',
  ],
  [
    'This question has more than {{most}} aliases. Ask in several questions, or use in: [...] in a where.',
    'Esta pregunta tiene más de {{most}} alias. Haga varias preguntas, o use in: [...] en un where.',
  ],
  [
    'This query is nested too deep to be read. Ask for at most {{most}} fields inside each other.',
    'Esta consulta tiene demasiados niveles para leerla. Pida como máximo {{most}} campos uno dentro de otro.',
  ],
  [
    'The sha256Hash is not that of the query. Hash the query exactly as it is sent.',
    'El sha256Hash no es el de la consulta. Calcúlelo sobre la consulta exactamente como se envía.',
  ],
  [
    'extensions.persistedQuery cannot be read: {"version": 1, "sha256Hash": "64 hexadecimal digits"} was expected.',
    'extensions.persistedQuery no se puede leer: se esperaba {"version": 1, "sha256Hash": "64 cifras hexadecimales"}.',
  ],
]

/** What is said of a request over GraphQL that holds no question. */
export const graphqlOverHttp: readonly Saying[] = [
  ['Unparsable URL', 'La dirección no se puede leer'],
  ['Missing body', 'Falta el cuerpo'],
  ['Unparsable JSON body', 'El cuerpo no es JSON válido'],
  ['JSON body must be an object', 'El cuerpo debe ser un objeto JSON'],
  ['Missing query', 'Falta la consulta (query)'],
  ['Invalid query', 'La consulta (query) no es texto'],
  ['Invalid variables', 'variables no es un objeto'],
  ['Invalid operationName', 'operationName no es texto'],
  ['Invalid extensions', 'extensions no es un objeto'],
  ['Unable to detect operation AST', 'No se encuentra ninguna operación que ejecutar'],
  ['Subscriptions are not supported', 'Aquí no hay suscripciones'],
  ['Cannot perform mutations over GET', 'Con GET no se hacen mutaciones'],
]
