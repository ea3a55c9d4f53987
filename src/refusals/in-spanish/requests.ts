import type { Saying } from '../sayings.ts'

/** Requests that cannot be read: their address, method, body or size; and what is our fault. */
export const requests: readonly Saying[] = [
  ['There is nothing at this address.', 'En esta dirección no hay nada.'],
  ['This request was refused.', 'Esta solicitud se rechazó.'],
  [
    'Something went wrong on our side. Nothing of what you sent was published; try again, and tell an administrator if it happens twice.',
    'Algo falló de nuestra parte. No se publicó nada de lo que usted envió; inténtelo de nuevo, y avise a un administrador si vuelve a pasar.',
  ],
  [
    'The database cannot be reached right now. Nothing was changed; try again shortly.',
    'En este momento no se puede llegar a la base de datos. No se cambió nada; inténtelo de nuevo en un momento.',
  ],
  [
    'The database cannot be reached at the moment. Try again in a few seconds.',
    'En este momento no se puede llegar a la base de datos. Inténtelo de nuevo en unos segundos.',
  ],
  ['The database cannot be reached.', 'No se puede llegar a la base de datos.'],
  ['This process is stopping.', 'Este proceso se está deteniendo.'],
  [
    'The platform is starting or stopping. Try again in a moment.',
    'La plataforma se está iniciando o deteniendo. Vuelva a intentarlo en un momento.',
  ],
  [
    'The database is busy with other changes. Nothing was changed; try again.',
    'La base de datos está ocupada con otros cambios. No se cambió nada; inténtelo de nuevo.',
  ],
  [
    'Others changed the same at the same moment, again and again. Nothing was stored.',
    'Otras personas cambiaron lo mismo en el mismo momento, una y otra vez. No se guardó nada.',
  ],
  [
    'The transaction ended before the work did, so nothing was stored.',
    'La transacción terminó antes que el trabajo, así que no se guardó nada.',
  ],
  [
    'The database gave no transaction, and nothing becomes public without one. Start it with transactions: MongoDB as a replica set.',
    'La base de datos no dio ninguna transacción, y sin ella nada se hace público. Iníciela con transacciones: MongoDB como conjunto de réplicas.',
  ],
  [
    'This transaction is only for reading. Nothing of it is ever stored.',
    'Esta transacción es solo para leer. Nada de ella se guarda nunca.',
  ],
  [
    'The database gave no transaction, so nothing can be laid over what is live.',
    'La base de datos no dio ninguna transacción, así que no se puede poner nada sobre lo público.',
  ],
  [
    '{{exports}} exports are being made already, which is the most at a time. Try again in a few seconds.',
    'Ya se están haciendo {{exports}} exportaciones, el máximo a la vez. Inténtelo de nuevo en unos segundos.',
  ],

  [
    'This method is not answered here. Use POST, or GET for a query.',
    'Aquí no se responde a este método. Use POST, o GET para una consulta.',
  ],
  [
    '{{method}} is not answered here. Use GET, POST, PATCH or DELETE.',
    'Aquí no se responde a {{method}}. Use GET, POST, PATCH o DELETE.',
  ],
  [
    '{{method}} is not answered at /api/export. Use GET.',
    'En /api/export no se responde a {{method}}. Use GET.',
  ],
  [
    '{{method}} is not answered at {{path}}. Use GET, PATCH or DELETE there.',
    'En {{path}} no se responde a {{method}}. Use allí GET, PATCH o DELETE.',
  ],
  [
    'This address cannot be read. Check its percent signs and brackets.',
    'Esta dirección no se puede leer. Revise sus signos de porcentaje y sus corchetes.',
  ],

  [
    'A body of this content type is not read here. Send application/json.',
    'Aquí no se lee un cuerpo de este tipo. Envíe application/json.',
  ],
  [
    'A body of type “{{type}}” is not read here. Send application/json, or multipart/form-data for files.',
    'Aquí no se lee un cuerpo del tipo «{{type}}». Envíe application/json, o multipart/form-data para archivos.',
    { type: (part) => (part === 'none' ? 'ninguno' : part) },
  ],
  [
    'Compressed request bodies are not read here. Send the body as it is.',
    'Aquí no se leen cuerpos comprimidos. Envíe el cuerpo tal cual.',
  ],
  [
    'This form does not say what its boundary is. Let your client write the content type.',
    'Este formulario no dice cuál es su separador (boundary). Deje que su cliente escriba el tipo de contenido.',
  ],
  [
    'The body of this request did not arrive whole. Send it again.',
    'El cuerpo de esta solicitud no llegó completo. Envíelo de nuevo.',
  ],
  [
    'The body of this request cannot be read. Check its JSON, or its form and boundary.',
    'El cuerpo de esta solicitud no se puede leer. Revise su JSON, o su formulario y su separador (boundary).',
  ],
  [
    'This request is larger than the {{most}} KB that are taken here. Send less at once.',
    'Esta solicitud es mayor que los {{most}} KB que se aceptan aquí. Envíe menos de una vez.',
  ],
  ['A file has at most {{most}} MB here.', 'Aquí un archivo tiene como máximo {{most}} MB.'],
  [
    'The body is not valid JSON. Send an object such as {"contentHash": "…"}.',
    'El cuerpo no es JSON válido. Envíe un objeto como {"contentHash": "…"}.',
  ],
  ['The body is not valid JSON: {{problem}}.', 'El cuerpo no es JSON válido: {{problem}}.'],
  [
    'The body must be a JSON object, such as {"title": "Balance Paid"}.',
    'El cuerpo debe ser un objeto JSON, como {"title": "Balance Paid"}.',
  ],
  [
    'This JSON has more than the {{most}} objects and arrays inside each other that are read here. Send it flatter.',
    'Este JSON tiene más de los {{most}} objetos y listas uno dentro de otro que se leen aquí. Envíelo con menos niveles.',
  ],
]
