import { startDynamoDbLocal } from "../support/dynamodb-local.ts";
import { contract } from "./contract.ts";
import { dynamodb } from "./dynamodb.cases.ts";
import { dynamoHost } from "./dynamodb-backend.ts";
import { guesses } from "./guesses.cases.ts";

contract("DynamoDB Local", dynamoHost(startDynamoDbLocal), (it) => {
  dynamodb(it);
  guesses(it, 60);
});
